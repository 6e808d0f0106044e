import { dirname, join } from "node:path/posix";

/** A page whose links to what is no longer there are their text alone. @param path the page's own */
export function withoutDeadLinks(page: string, path: string, isThere: (path: string) => boolean): string {
  return page.replaceAll(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g, (link, text: string, target: string) => {
    const [file = ""] = target.split("#");
    if (file === "" || /^[a-z]+:/.test(file)) return link;
    return isThere(join(dirname(path), file)) ? link : text;
  });
}
