import { openStore } from "../../src/storage/open-store.js";

/** Sends a file to a store and fetches it again; prints the digest that came back and how much memory it took. */
const [address = "", from = "", to = ""] = process.argv.slice(2);
const store = await openStore(address);
await store.put("large", from);
const { bytes, sha256 } = await store.get("large", to);
store.close();
// In kilobytes.
console.log(JSON.stringify({ bytes, sha256, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
