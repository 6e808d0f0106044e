/** A text on one line of a terminal: what would move the cursor or change colours is shown as a sign. */
export function printable(text: string): string {
  return text.replaceAll("\n", "⏎").replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, "�");
}
