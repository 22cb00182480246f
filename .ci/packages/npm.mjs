/** Licences of the packages of a package-lock.json by `npm <name> <version>`. */
export function npmPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== "" && !entry.link)
    .map(([path, entry]) => [
      `npm ${entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)} ${entry.version}`,
      entry.license,
    ]);
}
