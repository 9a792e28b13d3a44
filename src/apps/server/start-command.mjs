// Plain JavaScript: `npm start` reads its arguments before there are packages or a build.

/** How `npm start` and `npm run worker` are called. */
export const startCommand = {
  name: process.env.npm_lifecycle_event === "worker" ? "npm run worker" : "npm start",
  options: { demo: "flag", worker: "flag" },
  hint: {
    "zh-CN": "；端口等设置用环境变量，例如 PORT=4000 npm start。",
    en: "(settings such as the port are environment variables: PORT=4000 npm start).",
  },
};
