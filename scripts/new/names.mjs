// The names of what is made, in each spelling that the house uses.

export function namesOf(given, { zh, en } = {}) {
  const words = given.split(/[-_\s]+/).filter(Boolean);
  if (words.length === 0 || !words.every((word) => /^[a-z][a-z0-9]*$/.test(word)))
    throw new Error(`"${given}" is no name: lower case, words apart by hyphens, as in price-list`);
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const pascal = words.map(capital).join("");
  const english = en ?? capital(words.join(" "));
  return {
    kebab: words.join("-"),
    snake: words.join("_"),
    pascal,
    camel: words[0] + words.slice(1).map(capital).join(""),
    en: english,
    zh: zh ?? english,
  };
}

/** As a text of the program in both languages. */
export const labelled = ({ zh, en }) => `label(${JSON.stringify(zh)}, ${JSON.stringify(en)})`;
