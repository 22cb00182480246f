using System.Collections.Concurrent;
using System.Net;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.WafV2;

/// <summary>Web ACLs by ARN, and the one that protects each resource.</summary>
internal sealed class WebAclStore
{
    private readonly ConcurrentDictionary<string, byte> _acls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _protected = new(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>WAFDuplicateItemException</c>: the scope has one of that name.</exception>
    public void Add(string arn)
    {
        if (_acls.Keys.Any(other => NameIn(other) == NameIn(arn)) || !_acls.TryAdd(arn, 0))
        {
            throw new AwsFault(
                "WAFDuplicateItemException",
                "AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an "
                + "existing one.");
        }
    }

    /// <exception cref="AwsFault"><c>WAFAssociatedItemException</c>: it protects something.</exception>
    public void Remove(string arn)
    {
        if (_protected.Values.Contains(arn))
        {
            throw new AwsFault(
                "WAFAssociatedItemException",
                "AWS WAF couldn’t perform the operation because your resource is being used by another resource or "
                + "it’s associated with another resource.");
        }

        _acls.TryRemove(arn, out _);
    }

    /// <exception cref="AwsFault"><c>WAFNonexistentItemException</c>: there is no such ACL.</exception>
    public void Associate(string resourceArn, string arn) =>
        _protected[resourceArn] = _acls.ContainsKey(arn) ? arn : throw Nonexistent();

    public void Disassociate(string resourceArn) => _protected.TryRemove(resourceArn, out _);

    /// <summary>ARN of the ACL that protects a resource.</summary>
    public string? FindProtectionOf(string resourceArn) => _protected.GetValueOrDefault(resourceArn);

    public static AwsFault Nonexistent() => new(
        "WAFNonexistentItemException",
        "AWS WAF couldn’t perform the operation because your resource doesn’t exist.",
        HttpStatusCode.BadRequest);

    // arn:aws:wafv2:us-east-1:000000000000:regional/webacl/name/id
    private static string NameIn(string arn) => arn[..arn.LastIndexOf('/')];
}
