import { readdirSync } from "node:fs";
import { join } from "node:path";

// Folders without packages of ours: builds' output, what packages bring along, and what git keeps.
const skipped = new Set([".git", ".local", "bin", "node_modules", "cdk.out", "TestResults"]);

/** Every file below a folder, with slashes, but those of others. */
export function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? (skipped.has(entry.name) ? [] : files(path)) : [path.replaceAll("\\", "/")];
  });
}
