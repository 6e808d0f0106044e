import { markup } from "./html.js";

/** CSS of the tables that have cells of text: columns of categories, and columns without an odds ratio. */
export const textTableStyle = markup`<style>
section > .panel + p { margin-top: 20px; }
.numbers .reason, .numbers th.reason:not(:first-child) { text-align: left; white-space: normal; overflow-wrap: anywhere; }
@media screen and (max-width: 560px) {
  .categories thead th:first-child { display: none; }
  .categories tr { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(0, 5fr) minmax(0, 5fr); }
  .categories td { white-space: normal; }
  .categories tbody th { grid-column: 1 / -1; padding: 8px 0 0; font-weight: 600; }
  .categories tbody td { border-top: 0; }
  .categories thead th, .categories tbody td { padding: 2px 0 8px; }
  .categories .reason { padding-left: 8px; }
  .categories { font-size: 0.75rem; letter-spacing: -0.01em; }
}
</style>`;
