const ERRORS = new Set([
  "#N/A",
  "#REF!",
  "#VALUE!",
  "#DIV/0!",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#GETTING_DATA",
]);

/** What a spreadsheet shows where a formula failed; there is no value behind it. */
export const isErrorValue = (cell: string): boolean => cell.startsWith("#") && ERRORS.has(cell.trim());
