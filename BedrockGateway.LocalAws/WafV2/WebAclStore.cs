using System.Collections.Concurrent;
using System.Net;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.WafV2;

/// <summary>Web ACLs by ARN, and the one that protects each resource.</summary>
internal sealed class WebAclStore
{
    private readonly SavedRecords<WebAcl> _savedAcls;
    private readonly SavedRecords<WebAcl> _savedProtections;
    private readonly ConcurrentDictionary<string, WebAcl> _acls;
    private readonly ConcurrentDictionary<string, WebAcl> _protected;

    public WebAclStore(StateLog state)
    {
        var json = WafStateContext.Default.WebAcl;
        _savedAcls = state.Open("wafv2.acls", json, arn => _acls!.GetValueOrDefault(arn));
        _savedProtections = state.Open("wafv2.protections", json, arn => _protected!.GetValueOrDefault(arn));
        _acls = new(_savedAcls.Load(), StringComparer.Ordinal);
        _protected = new(_savedProtections.Load(), StringComparer.Ordinal);
    }

    /// <exception cref="AwsFault"><c>WAFDuplicateItemException</c>: the scope has one of that name.</exception>
    public void Add(string arn)
    {
        if (_acls.Keys.Any(other => NameIn(other) == NameIn(arn)) || !_acls.TryAdd(arn, new(arn)))
        {
            throw new AwsFault(
                "WAFDuplicateItemException",
                "AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an "
                + "existing one.");
        }

        _savedAcls.Changed(arn);
    }

    /// <exception cref="AwsFault"><c>WAFAssociatedItemException</c>: it protects something.</exception>
    public void Remove(string arn)
    {
        if (_protected.Values.Contains(new(arn)))
        {
            throw new AwsFault(
                "WAFAssociatedItemException",
                "AWS WAF couldn’t perform the operation because your resource is being used by another resource or "
                + "it’s associated with another resource.");
        }

        _acls.TryRemove(arn, out _);
        _savedAcls.Changed(arn);
    }

    /// <exception cref="AwsFault"><c>WAFNonexistentItemException</c>: there is no such ACL.</exception>
    public void Associate(string resourceArn, string arn)
    {
        _protected[resourceArn] = _acls.GetValueOrDefault(arn) ?? throw Nonexistent();
        _savedProtections.Changed(resourceArn);
    }

    public void Disassociate(string resourceArn)
    {
        _protected.TryRemove(resourceArn, out _);
        _savedProtections.Changed(resourceArn);
    }

    /// <summary>ARN of the ACL that protects a resource.</summary>
    public string? FindProtectionOf(string resourceArn) => _protected.GetValueOrDefault(resourceArn)?.Arn;

    public static AwsFault Nonexistent() => new(
        "WAFNonexistentItemException",
        "AWS WAF couldn’t perform the operation because your resource doesn’t exist.",
        HttpStatusCode.BadRequest);

    // arn:aws:wafv2:us-east-1:000000000000:regional/webacl/name/id
    private static string NameIn(string arn) => arn[..arn.LastIndexOf('/')];
}

/// <summary>An ACL.</summary>
internal sealed record WebAcl(string Arn);
