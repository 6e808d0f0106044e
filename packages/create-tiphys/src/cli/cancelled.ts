/** The user cancelled: exit code 130. */
export class Cancelled extends Error {
  override name = "Cancelled";
}
