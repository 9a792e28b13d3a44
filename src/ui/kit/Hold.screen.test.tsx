import { act, render, screen } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { expect, it } from "vitest";
import { Held, Hold } from "./Hold.tsx";

/** Two that hold until they are told. */
function Two() {
  const [known, setKnown] = useState<readonly string[]>([]);
  return (
    <>
      {["one", "two"].map((name) => (
        <div key={name}>
          <button type="button" onClick={() => setKnown([...known, name])}>{`let ${name} go`}</button>
          {known.includes(name) ? <p>{name}</p> : <Hold />}
        </div>
      ))}
    </>
  );
}
const letGo = (name: string) => act(async () => screen.getByText(`let ${name} go`).click());
const show = (children: ReactNode) => render(<Held meanwhile={<p>meanwhile</p>}>{children}</Held>);
const isSeen = (text: string) => screen.queryByText(text)?.closest('[style*="none"]') === null;

it("nobody holds: it is there", async () => {
  show(<p>at once</p>);
  await act(async () => undefined);
  expect(isSeen("at once")).toBe(true);
  expect(screen.queryByText("meanwhile")).toBeNull();
});

it("what is known first waits for the last, and all comes together", async () => {
  show(<Two />);
  await letGo("one");
  expect([isSeen("one"), screen.queryByText("meanwhile") !== null]).toEqual([false, true]);
  await letGo("two");
  expect([isSeen("one"), isSeen("two"), screen.queryByText("meanwhile")]).toEqual([true, true, null]);
});

it("once shown it stays, whoever asks again", async () => {
  const page = show(<p>here</p>);
  await act(async () => undefined);
  page.rerender(
    <Held meanwhile={<p>meanwhile</p>}>
      <p>here</p>
      <Hold />
    </Held>,
  );
  await act(async () => undefined);
  expect([isSeen("here"), screen.queryByText("meanwhile")]).toEqual([true, null]);
});
