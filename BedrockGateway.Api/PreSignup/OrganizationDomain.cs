using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace BedrockGateway.Api.PreSignup;

/// <summary>The one domain whose addresses may register, such as <c>example.com</c>.</summary>
internal sealed class OrganizationDomain
{
    // RFC 5322 atext and dots. Quoted local parts could hide a second address and are refused.
    private static readonly SearchValues<char> LocalPart = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private static readonly SearchValues<char> Domain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    private OrganizationDomain(string name) => Name = name;

    public string Name { get; }

    /// <summary>Reads <c>example.com</c> or <c>@example.com</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OrganizationDomain? domain)
    {
        var name = (text ?? "").Trim();
        name = name.StartsWith('@') ? name[1..] : name;
        domain = name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Domain) ? new(name) : null;
        return domain is not null;
    }

    /// <summary>Whether the address is of exactly this domain: no subdomain, no suffix, one <c>@</c>.</summary>
    public bool Covers(string? email)
    {
        if (email is null || email.Split('@') is not [{ Length: > 0 } local, var domain])
        {
            return false;
        }

        return !local.AsSpan().ContainsAnyExcept(LocalPart)
            && !domain.AsSpan().ContainsAnyExcept(Domain)
            && domain.Equals(Name, StringComparison.OrdinalIgnoreCase);
    }
}
