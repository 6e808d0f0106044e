import { openStore } from "../../../src/storage/open-store.js";

/** Uploads a file to a store and downloads it again; prints the digest of the result and the peak memory usage. */
const [address = "", from = "", to = ""] = process.argv.slice(2);
const store = await openStore(address);
await store.put("large", from);
const { bytes, sha256 } = await store.get("large", to);
store.close();
// In kilobytes.
console.log(JSON.stringify({ bytes, sha256, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
