/** The forms of the lines that Argo's executor prints into a container's output; those of version 3 have quoted times. */
const forms = [
  /^time=(?:"[^"]*"|\S+) level=\w+ msg=.* argo=true(?: |$)/,
  /^\{"time":"[^"]*","level":"\w+","msg":.*"argo":true[,}]/,
];

/** Whether a line of a container's log is one of Argo's executor, not of the step. */
export function isExecutorLine(text: string): boolean {
  return forms.some((form) => form.test(text));
}
