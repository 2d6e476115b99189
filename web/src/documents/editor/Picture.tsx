import { useEffect, useRef } from 'react';

/** A picture the API gave; the browser's hold on it ends with the element. */
export function Picture({
  blob,
  alt,
  className,
}: {
  blob: Blob;
  alt: string;
  className?: string | undefined;
}) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return <img ref={image} className={className} alt={alt} />;
}
