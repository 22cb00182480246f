// Compares the licences of all packages with licenses.json: of NuGet those that restores resolved, of npm those that lock
// files name. Usage: node licenses.mjs [<root> [<rules>]]
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isAllowed } from "./expression.mjs";
import { files } from "./files.mjs";
import { npmPackages } from "./npm.mjs";
import { nugetPackages } from "./nuget.mjs";

const root = resolve(process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url)));
const rules = JSON.parse(readFileSync(process.argv[3] ?? new URL("licenses.json", import.meta.url), "utf8"));
const readers = { "package-lock.json": npmPackages, "obj/project.assets.json": nugetPackages };
const packages = new Map();
const refused = [];
const used = new Set();
for (const [name, read] of Object.entries(readers)) {
  const places = files(root).filter((path) => path.endsWith(`/${name}`));
  if (places.length === 0) {
    refused.push(`There is no ${name}${read === nugetPackages ? ": run dotnet restore first" : ""}.`);
  }

  for (const place of places) {
    for (const [id, license] of read(JSON.parse(readFileSync(place, "utf8")))) {
      packages.set(id, { license, place: relative(root, place) });
    }
  }
}

for (const [id, { license, place }] of [...packages].sort()) {
  const name = id.slice(0, id.lastIndexOf(" "));
  if (license && rules.exceptions[name]?.license === license) {
    used.add(name);
  } else if (!isAllowed(license, rules.allowed)) {
    const named = license ?? "(none that a program can read)";
    refused.push(`${id} has the licence ${named}, which is not allowed (${place}).`);
  }
}

for (const name of Object.keys(rules.exceptions).filter((name) => !used.has(name))) {
  refused.push(`The exception for ${name} is of no use any more.`);
}

if (refused.length > 0) {
  console.error(refused.join("\n"));
  process.exitCode = 1;
} else {
  console.log(`The licences of ${packages.size} packages are allowed.`);
}
