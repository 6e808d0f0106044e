export function tempSibling(path: string): string;
