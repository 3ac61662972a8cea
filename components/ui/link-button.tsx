"use client";

import { Button, type ButtonProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

interface LinkButtonProps extends ButtonProps {
  href: string;
  children: ReactNode;
}

/** A link that looks like a button. A file of its own, because a server component can't hand `Link` to a client one. */
export function LinkButton({ href, ...button }: LinkButtonProps) {
  return <Button component={Link} href={href} {...button} />;
}
