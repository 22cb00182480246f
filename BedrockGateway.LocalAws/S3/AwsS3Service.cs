using System.Xml.Linq;
using BedrockGateway.LocalAws.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws.S3;

/// <summary>Amazon S3, as far as deployments publish assets: REST-XML, path style and virtual hosts.</summary>
/// <remarks>
/// No versions, access control, presigned conditions or range reads.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
/// </remarks>
internal sealed class AwsS3Service(BucketStore buckets, TimeProvider clock) : IAwsService
{
    private delegate Task Operation(S3Call call, CancellationToken cancellationToken);

    public string Name => "s3";

    public bool Claims(AwsCall call) => call.SigningName == "s3";

    public string OperationOf(AwsCall call) => Find(CallOf(call)).Name;

    public Task HandleAsync(AwsCall call, CancellationToken cancellationToken)
    {
        var s3 = CallOf(call);
        var (name, operation) = Find(s3);
        return operation is null ? throw AwsFault.NotEmulated("s3", name) : operation(s3, cancellationToken);
    }

    // <Error><Code>NoSuchKey</Code><Message>...</Message><RequestId>...</RequestId></Error>; HEAD has no body.
    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken)
    {
        call.Http.Response.StatusCode = (int)fault.Status;
        return call.Method == HttpMethods.Head ? Task.CompletedTask : CallOf(call).WriteAsync(
            new(
                "Error",
                new XElement("Code", fault.Code),
                new XElement("Message", fault.Message),
                new XElement("RequestId", call.RequestId)),
            cancellationToken);
    }

    private S3Call CallOf(AwsCall call)
    {
        var target = call.Http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new(call, ObjectAddress.Parse(call.Http.Request.Host.Host, target.Split('?')[0]), buckets);
    }

    private (string Name, Operation? Handle) Find(S3Call call)
    {
        var query = call.Request.Query;
        bool Has(string name) => query.ContainsKey(name);
        return (call.Request.Method, call.BucketName.Length > 0, call.Key.Length > 0) switch
        {
            ("PUT", true, false) when query.Count == 0 => ("CreateBucket", AtOnce(BucketOperations.Create)),
            ("HEAD", true, false) => ("HeadBucket", AtOnce(BucketOperations.Head)),
            ("GET", true, false) when Has("location") => ("GetBucketLocation", BucketOperations.GetLocationAsync),
            ("GET", true, false) when Has("encryption") => ("GetBucketEncryption", BucketOperations.GetEncryptionAsync),
            ("GET", true, false) when query["list-type"] == "2" => ("ListObjectsV2", ListObjectsV2.HandleAsync),
            ("PUT", true, true) when Has("uploadId") => ("UploadPart", MultipartOperations.UploadPartAsync),
            ("POST", true, true) when Has("uploads") => ("CreateMultipartUpload", MultipartOperations.CreateAsync),
            ("POST", true, true) when Has("uploadId") => ("CompleteMultipartUpload", CompleteAsync),
            ("DELETE", true, true) when Has("uploadId") => ("AbortMultipartUpload", AtOnce(MultipartOperations.Abort)),
            ("PUT", true, true) when call.Request.Headers.ContainsKey("x-amz-copy-source") => ("CopyObject", null),
            ("PUT", true, true) when query.Keys.All(IsNoise) => ("PutObject", PutAsync),
            ("GET", true, true) when query.Keys.All(IsNoise) => ("GetObject", ObjectOperations.GetAsync),
            ("HEAD", true, true) => ("HeadObject", AtOnce(ObjectOperations.Head)),
            ("DELETE", true, true) when query.Keys.All(IsNoise) => ("DeleteObject", AtOnce(ObjectOperations.Delete)),
            _ => ($"{call.Request.Method} {call.Request.Path}{call.Request.QueryString}", null),
        };
    }

    /// <summary>
    /// Whether a query field says nothing about the operation: <c>x-id=PutObject</c>, or a part of a presigned URL.
    /// </summary>
    private static bool IsNoise(string field) =>
        field == "x-id" || field.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase);

    private static Operation AtOnce(Action<S3Call> operation) => (call, _) =>
    {
        operation(call);
        return Task.CompletedTask;
    };

    private Task PutAsync(S3Call call, CancellationToken cancellationToken) =>
        ObjectOperations.PutAsync(call, clock, cancellationToken);

    private Task CompleteAsync(S3Call call, CancellationToken cancellationToken) =>
        MultipartOperations.CompleteAsync(call, clock, cancellationToken);
}
