import type { NewProject } from "../answers/answers.js";

/** `CHANGELOG.md` of a new project. */
export function changelog({ name }: Pick<NewProject, "name">): string {
  return `# Changelog

The format is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/); versions follow [Semantic
Versioning](https://semver.org/spec/v2.0.0.html).

## [Unreleased]

### Added

- ${name}: the pipeline, its steps and its evaluation, made from the template.
`;
}
