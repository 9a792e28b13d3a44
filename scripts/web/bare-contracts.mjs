/**
 * What the browser needs of a contract: where to send what, and what contracts of one address share (`...`).
 * The rest is for the server and its tests.
 */
const KEPT = ["method", "path"];

/** Contracts, and what they share besides: shapes and nothing else. */
const SHAPES = /\/src\/(?:.*\.contract|shared\/wire\/(?:explanation|problem))\.ts$/;
/** The words that shapes are made of. */
const WORDS = /\/src\/shared\/wire\/schema\.ts$/;

/** What stands for a shape: others may be made of its properties. */
const NO_SHAPE = "({ properties: {} })";

/** The client takes nothing of `to` by way of `from`: it is only what its shapes are made of, and they are left out. */
export const isLeftOut = (from, to) => SHAPES.test(from) && WORDS.test(to);

/**
 * Leaves the shapes of questions and answers out of the client, which holds nothing against them: `contract`
 * is given its method and path only, and nothing stands for shapes. (As calls that do nothing they would stay, with
 * all they are made of, where something is spread into one: that might do something, for all a builder knows.)
 */
export const bareContracts = () => ({
  name: "bare-contracts",
  apply: "build",
  enforce: "post",
  transform: {
    filter: { id: [SHAPES, WORDS] },
    handler(code) {
      const edits = [];
      const program = this.parse(code);
      const words = wordsIn(program);
      visit(program, (node) => {
        if (node.type !== "CallExpression") return true;
        if (words.has(node.callee.name)) {
          edits.push({ from: node.start, to: node.end, text: NO_SHAPE });
          return false;
        }
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

/** What a module takes of `schema.ts`, by its own names. */
const wordsIn = ({ body }) =>
  new Set(
    body
      .filter(({ type, source }) => type === "ImportDeclaration" && source.value.endsWith("/schema.ts"))
      .flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)),
  );

function visit(node, enter) {
  if (Array.isArray(node)) for (const one of node) visit(one, enter);
  else if (typeof node?.type === "string" && enter(node))
    for (const value of Object.values(node)) if (typeof value === "object") visit(value, enter);
}

const edited = (code, edits) =>
  edits
    .toSorted((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), code);
