using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace BedrockGateway.Api.Triggers;

/// <summary>Which addresses may have an account: those of the organization's domains, as the user's name.</summary>
/// <remarks>A user's name never changes; the e-mail attribute does, and so it must stay what the name says.</remarks>
internal sealed class DomainRule
{
    // RFC 5321, 4.5.3.1: octets of a local part, and of a path without its angle brackets.
    private const int MaxLocalLength = 64;
    private const int MaxLength = 254;

    // RFC 5322 atext and dots. Quoted local parts and comments could hide a second address and are refused.
    private static readonly SearchValues<char> LocalPart = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private readonly IReadOnlyList<OrganizationDomain> _domains;

    private DomainRule(IReadOnlyList<OrganizationDomain> domains) => _domains = domains;

    /// <summary>The domains for people, such as <c>example.com, *.example.org</c>.</summary>
    public string Names => string.Join(", ", _domains);

    /// <summary>Reads domains separated by commas.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DomainRule? rule)
    {
        var domains = new List<OrganizationDomain>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (!OrganizationDomain.TryParse(part, out var domain))
            {
                rule = null;
                return false;
            }

            domains.Add(domain);
        }

        rule = new(domains);
        return true;
    }

    /// <summary>Whether a user of this name and address may have an account.</summary>
    public bool Admits(string? userName, string? email) =>
        Covers(email) && string.Equals(userName, email, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the address is of one of the domains.</summary>
    public bool Covers(string? email)
    {
        if (email is null or { Length: > MaxLength }
            || email.Split('@') is not [{ Length: > 0 and <= MaxLocalLength } local, var domain])
        {
            return false;
        }

        return local[0] != '.' && local[^1] != '.'
            && !local.Contains("..", StringComparison.Ordinal)
            && !local.AsSpan().ContainsAnyExcept(LocalPart)
            && _domains.Any(each => each.Covers(domain));
    }
}
