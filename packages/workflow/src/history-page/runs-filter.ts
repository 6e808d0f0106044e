import { type PageMarkup, pageMarkup } from "./page-markup.js";

/** A box that filters the runs of a page. It is hidden until the script makes it work. */
export function runsFilter(): PageMarkup {
  return pageMarkup`<p class="filter screen" hidden><label for="filter">Filter</label> <input id="filter" type="search" placeholder="name, phase, C=0.1, note" autocomplete="off" spellcheck="false"> <output for="filter"></output></p>`;
}
