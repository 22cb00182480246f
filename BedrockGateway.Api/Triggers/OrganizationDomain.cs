using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace BedrockGateway.Api.Triggers;

/// <summary>A domain whose addresses may register: <c>example.com</c>, or all below it, <c>*.example.com</c>.</summary>
/// <remarks>
/// ASCII alone: a domain with other letters is given, and compared, in punycode, so that none looks like another.
/// </remarks>
internal sealed class OrganizationDomain
{
    private const string AllBelow = "*.";

    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    private static readonly SearchValues<char> Label =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private readonly string _name;
    private readonly bool _below;

    private OrganizationDomain(string name, bool below) => (_name, _below) = (name, below);

    /// <summary>Reads <c>example.com</c>, <c>@example.com</c> or <c>*.example.com</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out OrganizationDomain? domain)
    {
        var below = text.StartsWith(AllBelow, StringComparison.Ordinal);
        var name = below ? text[AllBelow.Length..] : text is ['@', .. var rest] ? rest : text;
        domain = IsDomain(name) ? new(name.ToString(), below) : null;
        return domain is not null;
    }

    /// <summary>Whether this is the domain of an address, or above it where all below may register.</summary>
    public bool Covers(ReadOnlySpan<char> domain) => IsDomain(domain) && (_below
        ? domain.Length > _name.Length + 1
            && domain[^(_name.Length + 1)] == '.'
            && domain.EndsWith(_name, StringComparison.OrdinalIgnoreCase)
        : domain.Equals(_name, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => _below ? AllBelow + _name : _name;

    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        foreach (var range in text.Split('.'))
        {
            var label = text[range];
            if (label.Length is 0 or > MaxLabelLength || label[0] == '-' || label[^1] == '-'
                || label.ContainsAnyExcept(Label))
            {
                return false;
            }
        }

        return true;
    }
}
