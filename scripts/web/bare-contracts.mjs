/**
 * What the browser needs of a contract: where to send what, and what contracts of one address share (`...`).
 * The rest is for the server and its tests.
 */
const KEPT = ["method", "path"];

/**
 * Leaves the shapes of questions and answers out of the client, which holds nothing against them: `contract`
 * is given its method and path only, and what is made of shapes may go where nobody asks for it.
 */
export const bareContracts = () => ({
  name: "bare-contracts",
  apply: "build",
  enforce: "post",
  transform: {
    filter: { id: /\/src\/.*(\.contract|\/shared\/wire\/schema)\.ts$/ },
    handler(code) {
      const edits = [];
      visit(this.parse(code), (node) => {
        if (node.type !== "CallExpression") return true;
        edits.push({ from: node.start, to: node.start, text: "/* @__PURE__ */ " });
        const [given] = node.arguments;
        if (node.callee.name !== "contract" || given?.type !== "ObjectExpression") return true;
        const kept = given.properties.filter(
          ({ type, key }) => type !== "Property" || KEPT.includes(key.name),
        );
        const text = kept.map(({ start, end }) => code.slice(start, end)).join(", ");
        edits.push({ from: given.start, to: given.end, text: `{ ${text} }` });
        return false;
      });
      return edited(code, edits);
    },
  },
});

function visit(node, enter) {
  if (Array.isArray(node)) for (const one of node) visit(one, enter);
  else if (typeof node?.type === "string" && enter(node))
    for (const value of Object.values(node)) if (typeof value === "object") visit(value, enter);
}

const edited = (code, edits) =>
  edits
    .toSorted((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), code);
