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
    // The first that fits, so that what a query field names stands before what any plain request is.
    private readonly Route[] _routes =
    [
        OfBucket("CreateBucket", "PUT", request => request.Query.Count == 0, AtOnce(BucketOperations.Create)),
        OfBucket("HeadBucket", "HEAD", _ => true, AtOnce(BucketOperations.Head)),
        OfBucket("GetBucketLocation", "GET", Has("location"), BucketOperations.GetLocationAsync),
        OfBucket("GetBucketEncryption", "GET", Has("encryption"), BucketOperations.GetEncryptionAsync),
        OfBucket("ListObjectsV2", "GET", request => request.Query["list-type"] == "2", ListObjectsV2.HandleAsync),
        OfObject("UploadPart", "PUT", Has("uploadId"), MultipartOperations.UploadPartAsync),
        OfObject("CreateMultipartUpload", "POST", Has("uploads"), MultipartOperations.CreateAsync),
        OfObject("CompleteMultipartUpload", "POST", Has("uploadId"), (call, cancellationToken) =>
            MultipartOperations.CompleteAsync(call, clock, cancellationToken)),
        OfObject("AbortMultipartUpload", "DELETE", Has("uploadId"), AtOnce(MultipartOperations.Abort)),
        OfObject("CopyObject", "PUT", request => request.Headers.ContainsKey("x-amz-copy-source"), handle: null),
        OfObject("PutObject", "PUT", IsPlain, (call, cancellationToken) =>
            ObjectOperations.PutAsync(call, clock, cancellationToken)),
        OfObject("GetObject", "GET", IsPlain, ObjectOperations.GetAsync),
        OfObject("HeadObject", "HEAD", _ => true, AtOnce(ObjectOperations.Head)),
        OfObject("DeleteObject", "DELETE", IsPlain, AtOnce(ObjectOperations.Delete)),
    ];

    private delegate Task Operation(S3Call call, CancellationToken cancellationToken);

    public string Name => "s3";

    public IEnumerable<string> Operations =>
        _routes.Where(route => route.Handle is not null).Select(route => route.Name);

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
        var request = call.Request;
        var route = call.BucketName.Length == 0 ? null : Array.Find(_routes, candidate =>
            candidate.Method == request.Method
            && candidate.OfObject == call.Key.Length > 0
            && candidate.Fits(request));
        return route is null ? (Describe(request), null) : (route.Name, route.Handle);
    }

    /// <summary>What identifies a call that is none of the above, without the signature of a presigned URL.</summary>
    private static string Describe(HttpRequest request)
    {
        if (request.Query["x-id"] is [{ Length: > 0 } name])
        {
            return name;
        }

        var fields = string.Join('&', request.Query.Keys.Where(field => !IsNoise(field)));
        return $"{request.Method} {request.Path}{(fields.Length > 0 ? "?" : string.Empty)}{fields}";
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

    private static Func<HttpRequest, bool> Has(string field) => request => request.Query.ContainsKey(field);

    private static bool IsPlain(HttpRequest request) => request.Query.Keys.All(IsNoise);

    private static Route OfBucket(string name, string method, Func<HttpRequest, bool> fits, Operation? handle) =>
        new(name, method, OfObject: false, fits, handle);

    private static Route OfObject(string name, string method, Func<HttpRequest, bool> fits, Operation? handle) =>
        new(name, method, OfObject: true, fits, handle);

    /// <param name="Name">AWS's name of the operation.</param>
    /// <param name="Method">HTTP method.</param>
    /// <param name="OfObject">Whether the address names an object, and not only a bucket.</param>
    /// <param name="Fits">Whether the rest of the request is this operation's.</param>
    /// <param name="Handle">Answers; <see langword="null"/> where the operation is known and not emulated.</param>
    private sealed record Route(
        string Name, string Method, bool OfObject, Func<HttpRequest, bool> Fits, Operation? Handle);
}
