import { Button, MantineProvider, Modal, TextInput } from "@mantine/core";
import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { createRoot } from "react-dom/client";

/** The bare toolkit: React, Mantine and a TipTap editor on one page, and nothing of ours. */
function Page() {
  const editor = useEditor({ extensions: [StarterKit], immediatelyRender: false });
  return (
    <MantineProvider>
      <EditorContent editor={editor} />
      <TextInput label="text" />
      <Modal opened={false} onClose={() => {}}>
        <Button>button</Button>
      </Modal>
    </MantineProvider>
  );
}

createRoot(document.body).render(<Page />);
