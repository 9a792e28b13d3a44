// Plain JavaScript: `npm run bench` reads its arguments before there are packages or a build.
const label = (zh, en) => ({ "zh-CN": zh, en });
const number = label("数字", "NUMBER");

/** How `npm run bench` is called. */
export const benchCommand = {
  name: "npm run bench",
  options: {
    size: label("1k|10k|100k|1m", "1k|10k|100k|1m"),
    seconds: number,
    rounds: number,
    keep: label("目录", "DIR"),
    database: label("地址", "URL"),
    only: label("文字,文字", "TEXT,TEXT"),
    server: label("文件", "FILE"),
    profile: label("目录", "DIR"),
    before: label("目录", "DIR"),
    "no-save": "flag",
  },
};
