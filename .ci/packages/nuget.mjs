import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences of the packages of a project.assets.json by `nuget <id> <version>`, out of the folders of the restore. */
export function nugetPackages(assets) {
  const folders = Object.keys(assets.packageFolders ?? {});
  return Object.entries(assets.libraries ?? {})
    .filter(([, library]) => library.type === "package")
    .map(([name, library]) => [`nuget ${name.replace("/", " ")}`, licenseOf(folders, library)]);
}

function licenseOf(folders, library) {
  const nuspec = library.files.find((file) => file.endsWith(".nuspec"));
  const path = folders.map((folder) => join(folder, library.path, nuspec)).find((file) => existsSync(file));
  return path && nuspecLicense(readFileSync(path, "utf8"));
}

// <license type="expression">MIT</license>; a file or an address of a licence tells nothing to a program.
function nuspecLicense(nuspec) {
  return /<license\s+type="expression"[^>]*>([^<]+)<\/license>/.exec(nuspec)?.[1].trim();
}
