export function tempSibling(path: string): string;
export function isTempName(name: string): boolean;
export function isAbandoned(name: string): boolean;
