/** Networks as somebody has typed them: one a line, or with any sign between them. */
export const networkLines = (text: string): readonly string[] =>
  text
    .split(/[\s,，;；、]+/)
    .map((line) => line.normalize("NFKC").trim())
    .filter(Boolean);
