// Reads what `dotnet list package --vulnerable --format json` says, and exits with 1 where a package is vulnerable or
// where that could not be found out. The command itself exits with 0 in both cases.
import { readFileSync } from "node:fs";

const text = readFileSync(0, "utf8");
const report = read(text);
const problems = (report.problems ?? [])
  .filter((problem) => problem.level === "error")
  .map((problem) => problem.text);
const packages = findings(report.projects ?? []);

for (const [id, found] of packages) {
  for (const [advisory, severity] of found.advisories) {
    console.error(`${id} is vulnerable (${severity}, ${advisory}): ${[...found.projects].sort().join(", ")}`);
  }
}

for (const problem of problems) {
  console.error(`Not checked: ${problem}`);
}

if (!report.projects?.length || !report.sources?.length) {
  console.error("Not checked: the report names no project, or no source.");
  process.exitCode = 1;
} else if (packages.size > 0 || problems.length > 0) {
  process.exitCode = 1;
} else {
  console.log(`No package of ${report.projects.length} projects is known to be vulnerable.`);
}

function read(json) {
  try {
    return JSON.parse(json);
  } catch {
    // dotnet writes what went wrong instead of the report.
    return { problems: [{ level: "error", text: json.trim() || "there is no report" }], projects: [{}], sources: [""] };
  }
}

// {"projects":[{"path":..,"frameworks":[{"topLevelPackages":[{"id":..,"resolvedVersion":..,"vulnerabilities":[
//   {"severity":"High","advisoryurl":".."}]}],"transitivePackages":[..]}]}]}
function findings(projects) {
  const found = new Map();
  for (const project of projects) {
    for (const framework of project.frameworks ?? []) {
      for (const item of [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])]) {
        const id = `${item.id} ${item.resolvedVersion}`;
        for (const vulnerability of item.vulnerabilities ?? []) {
          const entry = found.get(id) ?? { advisories: new Map(), projects: new Set() };
          entry.advisories.set(vulnerability.advisoryurl, vulnerability.severity);
          entry.projects.add(project.path.replaceAll("\\", "/").split("/").at(-1));
          found.set(id, entry);
        }
      }
    }
  }

  return found;
}
