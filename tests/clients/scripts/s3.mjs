import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { faultOf, report } from "./lib/report.mjs";

// A bucket's own host name does not resolve on every machine.
const s3 = new S3Client({ forcePathStyle: true });
const Bucket = "assets";

await report(async () => {
  const noBucket = await faultOf(s3.send(new ListObjectsV2Command({ Bucket: "absent" })));
  await s3.send(new CreateBucketCommand({ Bucket }));
  const head = await s3.send(new HeadBucketCommand({ Bucket }));
  const location = await s3.send(new GetBucketLocationCommand({ Bucket }));
  const put = await s3.send(
    new PutObjectCommand({ Bucket, Key: "folder/a b+c.json", Body: '{"a":1}', ContentType: "application/json" }),
  );
  await s3.send(new PutObjectCommand({ Bucket, Key: "other", Body: Buffer.alloc(200_000, 7) }));
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: "folder/a b+c.json" }));
  const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "folder/", MaxKeys: 1 }));
  const size = await s3.send(new HeadObjectCommand({ Bucket, Key: "other" }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: "other" }));

  return {
    noBucket: { name: noBucket.name, status: noBucket.status },
    head: head.$metadata.httpStatusCode,
    location: location.LocationConstraint ?? null,
    sameTag: put.ETag === got.ETag,
    body: await got.Body.transformToString(),
    contentType: got.ContentType,
    listed: listed.Contents.map(({ Key, Size }) => [Key, Size]),
    size: size.ContentLength,
    deleted: await faultOf(s3.send(new GetObjectCommand({ Bucket, Key: "other" }))).then(({ name, status }) => ({
      name,
      status,
    })),
  };
});
