import { Suspense } from "react";
import type { HomeScope, HomeTile } from "../../../../ui/slots/home-tiles.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { Hold } from "../../../../ui/kit/Hold.tsx";
import { useModules } from "../../../../ui/record/panels.tsx";
import * as styles from "./HomeTiles.module.css";

/** The tiles of all modules in two columns, each for whoever has its object. */
export function HomeTiles({ scope }: { readonly scope: HomeScope }) {
  const objects = useObjects();
  const tiles = useModules()
    .flatMap((module) => module.homeTiles ?? [])
    .filter((tile) => objects.has(tile.object))
    .toSorted((one, other) => one.order - other.order);
  const column = (place: HomeTile["place"]) =>
    tiles
      .filter((tile) => tile.place === place)
      .map(({ name, object, Component }) => {
        const info = objects.get(object);
        return (
          info && (
            <Suspense key={name} fallback={<Hold />}>
              <Component object={info} scope={scope} />
            </Suspense>
          )
        );
      });
  const [main, aside] = [column("main"), column("aside")];
  return (
    <div className={styles.homeGrid}>
      <div className={styles.homeMain}>{main}</div>
      {aside.length > 0 && <div className={styles.homeAside}>{aside}</div>}
    </div>
  );
}
