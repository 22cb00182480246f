using System.Security.Cryptography;
using System.Text;
using Amazon.CloudFormation.Model;
using Aspire.Hosting.AWS.CloudFormation;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>
/// A tag of the stack that tells whether the template, its parameters or the tags have changed since.
/// </summary>
internal static class TemplateDigest
{
    private const string TagKey = "AspireAppHost_SHA256";

    /// <summary>
    /// Lower-case hex SHA-256 of template, <c>key=value;...</c> and <c>tag:key=value;...</c>, both sorted.
    /// </summary>
    public static string Compute(string template, CloudFormationTemplateResource resource)
    {
        var content = template
            + Joined(resource.Parameters.Select(pair => $"{pair.Key}={pair.Value}"))
            + Joined(resource.Tags.Where(pair => pair.Key != TagKey).Select(pair => $"tag:{pair.Key}={pair.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    public static string? Of(Stack stack) => stack.Tags?.FirstOrDefault(tag => tag.Key == TagKey)?.Value;

    public static List<Tag> Tags(CloudFormationTemplateResource resource, string digest) =>
    [
        .. resource.Tags
            .Where(pair => pair.Key != TagKey)
            .Select(pair => new Tag { Key = pair.Key, Value = pair.Value }),
        new() { Key = TagKey, Value = digest },
    ];

    private static string Joined(IEnumerable<string> parts) => string.Join(';', parts.Order(StringComparer.Ordinal));
}
