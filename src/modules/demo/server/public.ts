export { DEMO_SYSTEM, loadDemo } from "./load-demo.ts";
