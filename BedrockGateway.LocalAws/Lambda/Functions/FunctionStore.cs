using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Functions;

/// <summary>The functions that exist.</summary>
internal sealed class FunctionStore
{
    private readonly Lock _gate = new();
    private readonly LocalAwsOptions _options;
    private readonly SavedRecords<LambdaFunction> _saved;
    private readonly SortedDictionary<string, LambdaFunction> _functions = new(StringComparer.Ordinal);

    public FunctionStore(LocalAwsOptions options, StateLog state)
    {
        _options = options;
        _saved = state.Open("lambda.functions", FunctionStateContext.Of(state).LambdaFunction, Find);
        foreach (var (name, function) in _saved.Load())
        {
            _functions.Add(name, function);
        }
    }

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
        $"arn:aws:lambda:{_options.Region}:{_options.AccountId}:function:{reference}";

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
            if (!_functions.TryAdd(settings.Name, function))
            {
                throw LambdaFaults.Exists(settings.Name);
            }
        }

        _saved.Changed(settings.Name);
        return function;
    }

    /// <summary>Replaces a function by what <paramref name="change"/> makes of it.</summary>
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c> (404): there is no such function.</exception>
    public LambdaFunction Change(string name, Func<LambdaFunction, LambdaFunction> change)
    {
        lock (_gate)
        {
            _functions[name] = _functions.TryGetValue(name, out var function)
                ? change(function)
                : throw LambdaFaults.NotFound(ArnOf(new(name, null)));
            _saved.Changed(name);
            return _functions[name];
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
                _saved.Changed(name);
            }
        }
    }

    public void Remove(string name)
    {
        lock (_gate)
        {
            _functions.Remove(name);
        }

        _saved.Changed(name);
    }
}
