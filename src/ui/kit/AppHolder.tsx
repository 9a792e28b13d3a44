import { App } from "antd";
import { useEffect } from "react";

export type AppTools = ReturnType<typeof App.useApp>;

/** Gives antd's messages and questions to whoever waits for them, in the language and colours of the page. */
export const AppHolder = ({ onReady }: { readonly onReady: (tools: AppTools) => void }) => (
  <App component={false} message={{ maxCount: 3 }}>
    <Handing onReady={onReady} />
  </App>
);

function Handing({ onReady }: { readonly onReady: (tools: AppTools) => void }) {
  const tools = App.useApp();
  useEffect(() => onReady(tools), [tools, onReady]);
  return null;
}
