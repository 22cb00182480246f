using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Functions;

/// <summary>The functions that exist.</summary>
internal sealed class FunctionStore(LocalAwsOptions options)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, LambdaFunction> _functions = new(StringComparer.Ordinal);

    public IReadOnlyList<LambdaFunction> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _functions.Values];
            }
        }
    }

    public string ArnOf(FunctionReference reference) =>
        $"arn:aws:lambda:{options.Region}:{options.AccountId}:function:{reference}";

    public LambdaFunction? Find(string name)
    {
        lock (_gate)
        {
            return _functions.GetValueOrDefault(name);
        }
    }

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c> (404): there is no such function, version or
    /// alias.</exception>
    public FunctionTarget Resolve(FunctionReference reference) =>
        Find(reference.Name)?.Resolve(reference.Qualifier) ?? throw LambdaFaults.NotFound(ArnOf(reference));

    /// <exception cref="AwsFault"><c>ResourceConflictException</c> (409): the name is taken.</exception>
    public LambdaFunction Add(FunctionSettings settings)
    {
        var function = new LambdaFunction(ArnOf(new(settings.Name, null)), settings);
        lock (_gate)
        {
            return _functions.TryAdd(settings.Name, function) ? function : throw LambdaFaults.Exists(settings.Name);
        }
    }

    /// <summary>Replaces a function by what <paramref name="change"/> makes of it.</summary>
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c> (404): there is no such function.</exception>
    public LambdaFunction Change(string name, Func<LambdaFunction, LambdaFunction> change)
    {
        lock (_gate)
        {
            return _functions.TryGetValue(name, out var function)
                ? _functions[name] = change(function)
                : throw LambdaFaults.NotFound(ArnOf(new(name, null)));
        }
    }

    /// <summary>Changes a function that may be gone already.</summary>
    public void ChangeIfPresent(string name, Func<LambdaFunction, LambdaFunction> change)
    {
        lock (_gate)
        {
            if (_functions.TryGetValue(name, out var function))
            {
                _functions[name] = change(function);
            }
        }
    }

    public void Remove(string name)
    {
        lock (_gate)
        {
            _functions.Remove(name);
        }
    }
}
