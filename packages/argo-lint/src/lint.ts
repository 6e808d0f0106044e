import { applySuppressions } from "./apply-suppressions.js";
import type { Finding } from "./finding.js";
import { type LintDocument, lintDocument, runRules } from "./lint-document.js";
import { manifestDisplayName } from "./model/display-name.js";
import { ManifestIndex } from "./model/manifest-index.js";
import { pathText } from "./model/path.js";
import type { Rule } from "./rule.js";
import { rules as allRules } from "./rules/index.js";
import { decodeBytes } from "./source/decode-text.js";
import { Lines } from "./source/positions.js";
import { readDocument, type SourceDocument } from "./source/source-document.js";
import { splitDocuments } from "./source/split.js";

/** A file to lint: its name for findings, and its content. */
export interface LintSource {
  readonly file: string;
  readonly content: string | Uint8Array;
}

export interface LintOptions {
  /** The rules to check; default: all. */
  readonly rules?: readonly Rule[];
}

/** What a call of the linter found, and in how many files and manifests. */
export interface LintResult {
  /** In the order of the sources, and within a source in the order of its lines. */
  readonly findings: readonly Finding[];
  readonly files: number;
  /** How many Argo manifests the files contain. */
  readonly manifests: number;
}

/**
 * Lints the manifests of a text, or a manifest that is an object already.
 *
 * @param manifest YAML or JSON, one document or several; or an object, whose lines are those of its JSON
 * @returns findings in the order of the lines
 */
export function lintManifest(manifest: string | object, options: LintOptions = {}): Finding[] {
  if (typeof manifest === "string") return lintSources([{ file: "<text>", content: manifest }], options);
  return lintSources([{ file: "<object>", content: JSON.stringify(manifest, null, 2) }], options);
}

/**
 * Lints manifests of Argo Workflows. They may refer to each other across files.
 *
 * @param sources YAML or JSON, each with any number of documents; bytes are UTF-8, or UTF-16 with a byte order mark
 * @returns findings in the order of the sources, and within a source in the order of its lines
 */
export function lintSources(sources: readonly LintSource[], options: LintOptions = {}): Finding[] {
  return [...lintAndCount(sources, options).findings];
}

/** Like `lintSources`, with the number of files and manifests. */
export function lintAndCount(
  sources: readonly LintSource[],
  { rules = allRules }: LintOptions = {},
): LintResult {
  const index = new ManifestIndex();
  const read = sources.map((source) => readSource(source, index));
  const documents = read.flatMap(({ documents }) => documents);
  return {
    findings: read.flatMap((source) => findingsOf(source, rules)),
    files: sources.length,
    manifests: documents.filter(({ node }) => node.kind !== undefined).length,
  };
}

/** More documents than these in one text would take longer than a second. */
const maxDocuments = 5000;

/** A source after reading; its manifests are in the index, so that others can refer to them. */
interface ReadSource {
  readonly file: string;
  readonly text: string;
  readonly documents: readonly ReadDocument[];
}

interface ReadDocument extends LintDocument {
  readonly source: Pick<SourceDocument, "locate">;
}

function readSource({ file, content }: LintSource, index: ManifestIndex): ReadSource {
  const { text, problem } = decodeBytes(content);
  if (problem !== undefined) {
    const read = { text, range: problem, problems: [problem], value: undefined };
    return { file, text, documents: [{ source: { locate: () => problem }, ...lintDocument(read, index) }] };
  }
  const chunks = splitDocuments(text);
  const documents = chunks.slice(0, maxDocuments).map((chunk): ReadDocument => {
    const source = readDocument(chunk);
    const { value, problems, range } = source;
    return { source, ...lintDocument({ text: chunk.text, range, problems, value }, index) };
  });
  const firstSkipped = chunks[maxDocuments];
  if (firstSkipped === undefined) return { file, text, documents };
  const range = { start: firstSkipped.offset, end: text.length };
  const place = { start: firstSkipped.offset, end: firstSkipped.offset };
  const message = `This text has ${chunks.length} documents, and only the first ${maxDocuments} were checked`;
  const rest = {
    text: firstSkipped.text,
    range,
    problems: [{ kind: "size", message, ...place }],
    value: undefined,
  } as const;
  return {
    file,
    text,
    documents: [...documents, { source: { locate: () => place }, ...lintDocument(rest, index) }],
  };
}

function findingsOf({ file, text, documents }: ReadSource, rules: readonly Rule[]): Finding[] {
  const lines = new Lines(text);
  const findings = documents.flatMap((document) =>
    runRules(document, rules).map(([rule, problem]): Finding => {
      const range = problem.range ?? document.source.locate(problem);
      const refusedBy = problem.refusedBy ?? rule.refusedBy;
      return {
        rule: rule.name,
        severity: rule.severity,
        ...(refusedBy === undefined ? {} : { refusedBy }),
        message: problem.message,
        fix: problem.fix,
        file,
        ...lines.position(range),
        path: pathText(problem.at),
        manifest:
          document.manifest === undefined
            ? (document.node.kind ?? "")
            : manifestDisplayName(document.manifest),
      };
    }),
  );
  const remaining = applySuppressions(findings, {
    file,
    text,
    lines,
    ranges: documents.map(({ node }) => node.range),
    unchecked: new Set(allRules.filter((rule) => !rules.includes(rule)).map(({ name }) => name)),
  });
  return remaining.sort((a, b) => a.line - b.line || a.column - b.column);
}
