import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { Empty } from "./States.tsx";

function Broken() {
  const { t } = useLanguage();
  return (
    <div role="alert">
      <Empty icon="warning" title={t(kitMessages.screenTitle)} detail={t(kitMessages.screenDetail)}>
        <Button type="primary" onClick={() => location.reload()}>
          {t(kitMessages.reload)}
        </Button>
      </Empty>
    </div>
  );
}

/** Keeps a failing part of the screen from taking the rest with it. `resetKey` gives it another chance. */
export class Boundary extends Component<
  { readonly children: ReactNode; readonly resetKey?: string },
  { failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidUpdate(before: { readonly resetKey?: string }) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }
  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}
