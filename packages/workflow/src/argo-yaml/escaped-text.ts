/**
 * Characters that Argo's YAML library rejects in a text, reads as the end of a line, or drops. Escaped in double quotes they are
 * read correctly.
 * Source: yaml_parser_update_buffer in readerc.go and is_break in yamlprivateh.go of go.yaml.in/yaml/v2.
 */
const unsafeCharacter =
  /[^\t\n\x20-\x7e\xa0-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]|[\u2028\u2029\ufeff]/u;

/** Beginnings of a block that make its indentation ambiguous: a tab, a line of blanks, or only empty lines. */
const unclearIndentation = /^[ \n]*\t|^\n* +\n|^\n+ |^\n+$/;

/** Whether Argo's YAML library reads a text correctly only if it is escaped. */
export function mustBeEscaped(text: string): boolean {
  return unsafeCharacter.test(text) || unclearIndentation.test(text);
}

/** A text in double quotes, escaped, on one line. */
export function escapedText(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
