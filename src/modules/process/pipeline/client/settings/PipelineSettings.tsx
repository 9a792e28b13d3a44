import { Route, Routes } from "react-router";
import { PipelineEditor } from "./PipelineEditor.tsx";
import { PipelineList } from "./PipelineList.tsx";

/** All pipelines, and one of them. */
export function PipelineSettings() {
  return (
    <Routes>
      <Route index element={<PipelineList />} />
      <Route path=":id" element={<PipelineEditor />} />
    </Routes>
  );
}
