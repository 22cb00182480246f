using System.Text;
using BedrockGateway.LocalAws.S3;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Finds the template text of a request: inline, in the emulated S3, or the stack's present one.</summary>
internal sealed class TemplateSource(BucketStore buckets)
{
    /// <exception cref="AwsFault"><c>ValidationError</c>: there is none.</exception>
    public string Read(QueryParameters form, StackTarget? previous) =>
        form["TemplateBody"]
        ?? (form["TemplateURL"] is { } url ? FromS3(url) : null)
        ?? (form["UsePreviousTemplate"] is "true" ? previous?.Template.Body : null)
        ?? throw ValidationFault.Of("Either Template URL or Template Body must be specified.");

    // https://s3.us-east-1.amazonaws.com/{bucket}/{key}, https://{bucket}.s3.us-east-1.amazonaws.com/{key} or
    // http://127.0.0.1:4566/{bucket}/{key}: wherever it points, only the emulated buckets are read.
    private string FromS3(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var location) || location.Scheme is not ("http" or "https"))
        {
            throw ValidationFault.Of("TemplateURL must be a supported URL.");
        }

        var address = ObjectAddress.Parse(location.Host, location.AbsolutePath);
        if (buckets.Find(address.Bucket) is not { } bucket)
        {
            throw S3Fault("The specified bucket does not exist");
        }

        return bucket.Find(address.Key) is { } template
            ? Encoding.UTF8.GetString(template.Content.Span)
            : throw S3Fault("The specified key does not exist.");
    }

    private static AwsFault S3Fault(string message) => ValidationFault.Of(
        $"S3 error: {message}\n" +
        "For more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html");
}
