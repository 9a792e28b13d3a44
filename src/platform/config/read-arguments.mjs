// Plain JavaScript: `npm start` reads its arguments before there are packages or a build.
import util from "node:util"; // As a whole: a Node.js too old for it gets as far as the sentence that says so.

const label = (zh, en) => ({ "zh-CN": zh, en });

/** What a command was given, or the sentence why it was not called rightly; see read-arguments.d.mts. */
export function readArguments(command, args) {
  const { options: known = {}, operands: wanted = [], optional = [] } = command;
  const types = Object.fromEntries(
    Object.entries(known).map(([name, what]) => [name, { type: what === "flag" ? "boolean" : "string" }]),
  );
  const { tokens } = util.parseArgs({
    args: [...args],
    options: types,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = { ok: true, options: {}, flags: new Set(), operands: [] };
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (given.operands.length === wanted.length + optional.length)
        return refused(unknown(command, token.value), command);
      given.operands.push(token.value);
    } else if (token.kind === "option") {
      const wrong = wrongWith(
        command,
        token,
        Object.hasOwn(types, token.name) ? types[token.name].type : undefined,
      );
      if (wrong) return refused(wrong, command);
      if (known[token.name] === "flag") given.flags.add(token.name);
      else given.options[token.name] = token.value;
    }
  }
  return given.operands.length >= wanted.length ? given : refused(label("", ""), command);
}

function wrongWith(command, { rawName, value, inlineValue }, type) {
  if (!type) return unknown(command, rawName);
  if (type === "boolean")
    return value === undefined ? undefined : label(`${rawName} 不带值。`, `${rawName} takes no value. `);
  // As the next option is no value, one that begins with a hyphen is written --name=-value.
  const isMissing = !value || (!inlineValue && value.startsWith("-"));
  return isMissing ? label(`${rawName} 后面缺少值。`, `${rawName} needs a value. `) : undefined;
}

const unknown = ({ name }, given) =>
  label(`${name} 没有参数“${given}”。`, `${name} does not know “${given}”. `);

function refused(wrong, command) {
  const hint = command.hint ?? label("", "");
  const sentence = (language, space) =>
    [wrong[language] + usageOf(command)[language], hint[language]].filter(Boolean).join(space);
  return { ok: false, text: label(sentence("zh-CN", ""), sentence("en", " ")) };
}

function usageOf({ name, options = {}, operands = [], optional = [], usage }) {
  if (usage) return usage;
  const inLanguage = (language) =>
    [
      ...operands.map((operand) => operand[language]),
      ...optional.map((operand) => `[${operand[language]}]`),
      ...Object.entries(options).map(([option, what]) =>
        what === "flag" ? `[--${option}]` : `[--${option} ${what[language]}]`,
      ),
    ].join(" ");
  const [zh, en] = [inLanguage("zh-CN"), inLanguage("en")];
  return en === ""
    ? label(`${name} 不带参数。`, `${name} takes no arguments.`)
    : label(`用法：${name} -- ${zh}`, `Usage: ${name} -- ${en}`);
}
