export { DEMO_SYSTEM, findDemo } from "./server/demo-mark.ts";
export { openDemoJob } from "./server/demo-state.ts";
export { loadDemo } from "./server/load-demo.ts";
export { hasOwnData, ownData } from "./server/own-data.ts";
export { demoMessages } from "./shared/demo.messages.ts";
