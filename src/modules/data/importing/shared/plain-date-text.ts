/** Most cells of most files need nothing taken off. */
const PLAIN = /^\d{4}-\d{1,2}-\d{1,2}(?:[ T][\d:.]+Z?)?$/;
const WEEKDAY = / ?\(?(?:星期|周|礼拜|週)[一二三四五六日天]\)?(?= |$)/;
/** As a keyboard writes it, without the day of the week. */
export const plainText = (cell: string): string => (PLAIN.test(cell) ? cell : withoutWeekday(cell));
const withoutWeekday = (cell: string): string =>
  cell
    .normalize("NFKC")
    .trim()
    .replace(/^'(?=\d)/, "")
    .replace(/(?<=\d)[\u2010-\u2015\u2212](?=\d)/g, "-")
    .replace(WEEKDAY, "")
    .replace(/^(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?,? (?=\d|[a-z]+\.? \d{1,2},)/i, "")
    .replace(/^(\d{1,4})\. (\d{1,2})\. (\d{1,4})\.?(?=$| )/, "$1.$2.$3")
    .replace(/^(\d{8})(\d\d)(\d\d)(\d\d)$/, "$1 $2:$3:$4")
    .replace(/\s+/g, " ")
    .trim();
