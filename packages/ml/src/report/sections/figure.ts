import { type Html, type HtmlContent, markup } from "../html.js";

/** A chart with a sentence on how to read it. */
export function figure(title: string, explanation: string, content: HtmlContent): Html {
  return markup`<figure class="panel">
<figcaption><h3>${title}</h3><p>${explanation}</p></figcaption>
${content}
</figure>`;
}

/** Stands for a chart that cannot be drawn. */
export function absent(sentence: string): Html {
  return markup`<p class="absent">${sentence}</p>`;
}
